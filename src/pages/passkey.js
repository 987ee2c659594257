// Makes and uses passkeys. Without it, or without a device that knows them, everything works with codes.

const bytes = (text) =>
  Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');

const withIds = (list = []) => list.map((each) => ({ ...each, id: bytes(each.id) }));

async function make(options) {
  const made = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: withIds(options.excludeCredentials),
    },
  });
  const { clientDataJSON, attestationObject } = made.response;
  return answer(made, {
    clientDataJSON: text(clientDataJSON),
    attestationObject: text(attestationObject),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function use(options) {
  const used = await navigator.credentials.get({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      allowCredentials: withIds(options.allowCredentials),
    },
  });
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response;
  return answer(used, {
    clientDataJSON: text(clientDataJSON),
    authenticatorData: text(authenticatorData),
    signature: text(signature),
    ...(userHandle ? { userHandle: text(userHandle) } : {}),
  });
}

const answer = ({ id, rawId, type }, response) => ({
  id,
  rawId: text(rawId),
  type,
  response,
  clientExtensionResults: {},
});

async function post(path, body) {
  const sent = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  if (!sent.ok) throw new Error(`${path} was refused`);
  return sent.json();
}

async function work({ dataset: { passkey, path, csrf, to } }) {
  const options = await post(`${path}/options`, { _csrf: csrf });
  const response = await (passkey === 'make' ? make(options) : use(options));
  const next = await post(path, { _csrf: csrf, response, to });
  location.assign(next.to);
}

if (globalThis.PublicKeyCredential) {
  for (const button of document.querySelectorAll('[data-passkey]')) {
    const section = button.closest('[hidden]');
    if (section) section.hidden = false;
    button.addEventListener('click', async () => {
      const failed = button.parentElement.querySelector('[data-passkey-failed]');
      try {
        button.disabled = true;
        await work(button);
      } catch {
        if (failed) failed.hidden = false;
        button.disabled = false;
      }
    });
  }
}

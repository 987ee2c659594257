// Who may import whom (docs/architecture.md), and a few rules that keep promises: no direct time or chance.

import tseslint from 'typescript-eslint';

/** Rooms of src, lowest first: a room imports only rooms before it, so there can be no cycle between rooms. */
const rooms = [
  'platform',
  'persistence',
  'vault',
  'bank-holidays',
  'papers',
  'organisations',
  'messages',
  'webhooks',
  'access',
  'reminders',
  'escalation',
  'engine',
  'transparency',
  'uploads',
  'lodging',
  'contact-log',
  'meetings',
  'caseload',
  'approvals',
  'privacy',
  'reporting',
  'equality',
  'exchange',
  'documents',
  'worker',
  'verification',
  'demo',
  'route-docs',
  'command-line',
  'api',
  'pages',
];

/** What each room of workflows may import of the others. */
const lawRooms = {
  calendar: [],
  law: ['calendar'],
  kit: ['calendar', 'law'],
  routes: ['calendar', 'law', 'kit'],
  triage: ['calendar', 'law', 'kit', 'routes'],
};

const oneOf = (names) => `(?:${names.join('|')})`;

const notHigher = (names, message) =>
  names.length === 0 ? [] : [{ regex: `^(?:\\.\\./)+${oneOf(names)}(?:/|$)`, message }];

/** A room is entered by its index; the list of tables may be read by src/entities.ts and by migrations' tests. */
const throughTheDoor = (names) => ({
  regex: `^(?:\\.\\./)+${oneOf(names)}/(?!entities$)`,
  message: 'Import another room through its index.',
});

const restrict = (files, patterns) => ({
  files,
  ignores: ['**/*.spec.ts'],
  rules: { 'no-restricted-imports': ['error', { patterns }] },
});

const features = rooms.map((room, n) =>
  restrict(
    [`src/${room}/**/*.ts`],
    [
      ...notHigher(rooms.slice(n + 1), 'A room imports only rooms below it: see docs/architecture.md.'),
      throughTheDoor(rooms.filter((other) => other !== room)),
      ...(room === 'api' || room === 'pages'
        ? [
            {
              group: ['typeorm', '@nestjs/typeorm'],
              message: 'Pages and API call services, never repositories.',
            },
          ]
        : []),
      ...(room === 'engine'
        ? [{ regex: 'workflows/routes', message: 'The engine knows no route by name.' }]
        : []),
    ],
  ),
);

const law = Object.entries(lawRooms).map(([room, allowed]) =>
  restrict(
    [`workflows/${room}/**/*.ts`],
    [
      { regex: '^(?!\\.|xstate$|zod$)', message: 'workflows/ imports only xstate, zod and itself.' },
      { regex: '^(?:\\.\\./)+src/', message: 'workflows/ imports nothing from src/.' },
      ...notHigher(
        Object.keys(lawRooms).filter((other) => other !== room && !allowed.includes(other)),
        'See docs/architecture.md for who may import whom.',
      ),
    ],
  ),
);

export default tseslint.config(
  { ignores: ['**/dist/', 'node_modules/', 'coverage/', 'data/', 'gallery/', '**/*.mjs', '*.js'] },
  ...tseslint.configs.recommended,
  {
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  ...features,
  ...law,
  {
    files: ['workflows/**/*.ts', 'src/**/*.ts'],
    ignores: ['**/*.spec.ts', 'src/platform/**'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'Ask the injected Clock.' },
        { object: 'Math', property: 'random', message: 'Ask the injected Ids.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Ask the injected Clock.',
        },
      ],
    },
  },
);

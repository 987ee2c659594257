// Work on a batch of which one may be at fault: what fails together is tried again in halves, until each fault stands alone.

export async function inHalves<T>(
  items: T[],
  work: (items: T[]) => Promise<void>,
  failed: (item: T, error: unknown) => void,
): Promise<void> {
  try {
    await work(items);
  } catch (error) {
    const [only] = items;
    if (only !== undefined && items.length === 1) return failed(only, error);
    const middle = Math.ceil(items.length / 2);
    await inHalves(items.slice(0, middle), work, failed);
    await inHalves(items.slice(middle), work, failed);
  }
}

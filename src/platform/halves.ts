// Work on a batch of which one may be at fault: what fails together is tried again in halves, until each fault stands alone.

/** @param isNobodys a failure that no single one is to blame for, e.g. the database is away: thrown at once */
export async function inHalves<T>(
  items: T[],
  work: (items: T[]) => Promise<void>,
  failed: (item: T, error: unknown) => void,
  isNobodys: (error: unknown) => unknown = () => false,
): Promise<void> {
  try {
    await work(items);
  } catch (error) {
    if (isNobodys(error)) throw error;
    const [only] = items;
    if (only !== undefined && items.length === 1) return failed(only, error);
    const middle = Math.ceil(items.length / 2);
    await inHalves(items.slice(0, middle), work, failed, isNobodys);
    await inHalves(items.slice(middle), work, failed, isNobodys);
  }
}

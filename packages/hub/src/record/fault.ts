/** SQLSTATE classes of errors that lie in the data: https://www.postgresql.org/docs/current/errcodes-appendix.html */
const DATA_CLASSES = ['22', '23'];

/**
 * Whether the same input would fail again: an error of our own arithmetic or of the data, unlike a lost connection, a
 * lock or a full disk, after which the sender should come again.
 */
export function isPermanent(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return (
    typeof code === 'string' &&
    ((code.length === 5 && DATA_CLASSES.includes(code.slice(0, 2))) || code.startsWith('SQLITE_CONSTRAINT'))
  );
}

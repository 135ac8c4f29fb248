/**
 * The same event's id as a UUID of version 7 (https://www.rfc-editor.org/rfc/rfc9562#section-5.7): its time, its number in
 * its page, and its page's digits. Where a middleware has given it another id, that one.
 */
export const uuid = (id: string): string => {
  const [, time, made, page] = /^(\d{9,15})-(\d{6,})-(\d+)$/.exec(id) ?? [];
  if (!time) return id;
  const at = Number(time).toString(16).padStart(12, '0');
  return (at + (made as string).slice(-6) + (page as string).padEnd(12, '0').slice(-12)).replace(
    /(.{8})(.{4})(...)(...)/,
    '$1-$2-7$3-8$4-',
  );
};

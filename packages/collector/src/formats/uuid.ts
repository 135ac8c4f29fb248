/**
 * An event's own id as a UUID of version 8 (https://www.rfc-editor.org/rfc/rfc9562#section-5.8), which sorts by time, too.
 * What a middleware made stays as it is.
 */
export const uuid = (id: string): string =>
  id.replace(/^(\d{8})(\d{4})(\d{3})(\d{3})(\d{12})\d*$/, '$1-$2-8$3-8$4-$5');

import { random } from 'nanoid';

/** Eleven digits at least, for what can take no other ids than UUIDs. */
const page = random(11).join('');
let made = 1e5;

/** An id of its own: `17874218761201000002161421132511891132181199`. It begins with its time, and ids sort as they were made. */
export const newId = (): string => [Date.now(), made++, page].join('');

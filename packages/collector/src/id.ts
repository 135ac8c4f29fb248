import { random } from 'nanoid';

const page = random(6).join('');
let made = 1e5;

/** An id of its own: `1787421876120-100000-1231231231231`. It begins with its time, and ids sort as they were made. */
export const newId = (): string => [Date.now(), made++, page].join('-');

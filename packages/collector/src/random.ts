/** 96 random bits as digits, as good as keys are made of. `randomUUID` would be missing on plain http. */
export const random = (): string => crypto.getRandomValues(new Uint32Array(3)).join('');

/** In which order a file is folded; the result is the same in any. */
export const ORDERS = ['given', 'reversed', 'shuffled'] as const;

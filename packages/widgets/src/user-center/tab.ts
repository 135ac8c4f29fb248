/** The user center's tabs. */
export type UserCenterTab = 'home' | 'growth' | 'company';

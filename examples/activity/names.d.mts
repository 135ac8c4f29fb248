/** A made-up name for a person, always the same for the same id: `Silver Osprey b94`. */
export function personName(userId: string): string;
/** A made-up name for a company, always the same for the same id: `Crimson Forge 8e5`. */
export function companyName(companyId: string): string;

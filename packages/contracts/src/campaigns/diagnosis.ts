/** What a company's use of the product is made of; where two are equally weak, the first one is named. */
export const COMPANY_PARTS = ['activation', 'breadth', 'depth', 'stickiness', 'momentum'] as const;

/** A part of how a company uses the product. */
export type CompanyPart = (typeof COMPANY_PARTS)[number];

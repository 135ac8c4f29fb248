export { Company, type CompanyProps } from './Company.js';
export { companyCss as css } from './company.css.js';

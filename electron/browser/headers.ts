export { BRIEF_POLICY, PAGE_POLICY, SAFE_HEADERS } from '../api/page-policy.ts';

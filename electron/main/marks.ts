import { mark } from '../api/marks.ts';

export { mark };

// Here, because this module is evaluated before all others of main.
mark('main-start');

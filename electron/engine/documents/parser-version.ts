/**
 * Which articles the same bytes give. Raised by whoever changes what reading a file gives: texts that an earlier
 * version kept are then read again.
 */
export const PARSER_VERSION = 1;

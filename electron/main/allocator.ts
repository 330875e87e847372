/**
 * How the engine's process is to take memory, for GNU's C library: what many threads freed goes back to the system
 * instead of staying with each, and pieces from 32 KiB on stand alone, so that small ones that stay do not hold the
 * room of larger ones that went. Other systems do not know these.
 */
export const ALLOCATOR = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_TRIM_THRESHOLD_: '131072',
  MALLOC_MMAP_THRESHOLD_: '32768',
} as const;

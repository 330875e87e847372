// The pool is in two entries then, and so in a chunk of its own.
import './built-host.ts';

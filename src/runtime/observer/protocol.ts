/** The version of all that litetrim's native parts and it tell each other (native/protocol.h has the same). */
export const protocol = 1;

/** What an observer is given first. */
export const observerGreeting = 2 ** 52 + protocol;

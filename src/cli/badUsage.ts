/** The command line asks for what does not exist; the message says what, in words for the user. */
export class BadUsage extends Error {}

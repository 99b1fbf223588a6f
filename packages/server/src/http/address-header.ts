/**
 * Carries the address of the connection to the session it opens. Ours alone: it is set anew on every call, whatever a
 * client or a proxy sent under this or any other name.
 */
export const addressHeader = 'x-sinew-connection-address'

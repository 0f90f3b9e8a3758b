/** The environment variable that tells a Playground in which locale its people have Teams. */
export const PLAYGROUND_LOCALE = 'ROOTDESK_PLAYGROUND_LOCALE';

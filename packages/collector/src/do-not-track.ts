/** Takes the browser's Do Not Track for a no: `{ consent: doNotTrack() }`. */
export const doNotTrack = (): 'denied' | undefined => (navigator.doNotTrack === '1' ? 'denied' : undefined);

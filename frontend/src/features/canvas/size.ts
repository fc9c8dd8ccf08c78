/** Every card has this size, so that nothing on the canvas is ever measured. */
export const CARD_WIDTH_PX = 176;
export const CARD_HEIGHT_PX = 60;
/** Distance between links that join the same two nodes. */
export const FAN_GAP_PX = 26;

export { CARD_HEIGHT_PX, CARD_WIDTH_PX } from '@/doc';
/** Distance between links that join the same two nodes. */
export const FAN_GAP_PX = 26;

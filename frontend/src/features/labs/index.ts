/** The list of labs, and new ones. */
export { Labs, NewLabButton } from './Labs';
export { LAB_STATES } from './states';

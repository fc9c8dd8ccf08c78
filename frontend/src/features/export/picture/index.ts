/** The drawing as a picture. */
export { PicturePane } from './PicturePane';

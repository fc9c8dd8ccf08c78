/** The drawing as a picture. */
export { drawnIcons, PICTURE_TOKENS } from './look';
export { PicturePane } from './PicturePane';
export { pictureSvg, type Picture } from './pictureSvg';

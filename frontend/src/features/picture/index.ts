/** The drawing as a picture: SVG that looks like the canvas. */
export { drawnIcons, PICTURE_TOKENS, readLook, type PictureTheme } from './look';
export { pictureSvg, type Picture } from './pictureSvg';

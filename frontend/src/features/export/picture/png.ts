/** A picture as pixels, painted by the browser itself. */
import { t } from '@/i18n';
import type { Picture } from '@/features/picture';

/** What browsers can paint at most, on a side and in all. */
const SIDE_LIMIT_PX = 16_384;
const AREA_LIMIT_PX = 120_000_000;

export function svgBlob({ svg }: Picture): Blob {
  return new Blob([svg], { type: 'image/svg+xml;charset=utf-8' });
}

export async function pngBlob(picture: Picture, scale: number): Promise<Blob> {
  const width = picture.width_px * scale;
  const height = picture.height_px * scale;
  const tooLarge = Math.max(width, height) > SIDE_LIMIT_PX || width * height > AREA_LIMIT_PX;
  if (tooLarge) throw new Error(t('This is too large for a PNG: choose a smaller scale, or SVG.'));
  const address = URL.createObjectURL(svgBlob(picture));
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error(t('The browser could not paint the picture. Choose SVG.')));
      }, 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}

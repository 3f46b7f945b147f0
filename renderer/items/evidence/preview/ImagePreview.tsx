import { useState } from 'react';
import { ZoomBar } from './ZoomBar.tsx';

interface Props {
  readonly url: string;
  readonly label: string;
  readonly onBroken: () => void;
}

/** Fitted into the dialog first; larger by zoom, with scrolling. */
export function ImagePreview({ url, label, onBroken }: Props) {
  const [zoom, setZoom] = useState(1);
  return (
    <>
      <ZoomBar zoom={zoom} onZoom={setZoom} />
      <div className="preview-scroll" tabIndex={0} role="group" aria-label="图片内容">
        <img
          className="preview-image"
          src={url}
          alt={label}
          style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
          onError={onBroken}
        />
      </div>
    </>
  );
}

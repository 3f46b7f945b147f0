import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { rangesOf, showFound } from './find-text.ts';

interface Props {
  /** Counts up with every asking: the field is chosen again. */
  readonly asked: number;
  readonly onClose: () => void;
}

/** 查找 in what is shown, where a screen has no search of its own and no browser around it. */
export function FindBar({ asked, onClose }: Props) {
  const field = useRef<InputRef>(null);
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState({ at: 0, of: 0 });
  useEffect(() => field.current?.focus({ cursor: 'all' }), [asked]);
  useEffect(() => () => showFound([], 0), []);

  const look = (text: string, at: number) => {
    const ranges = rangesOf(text);
    const place = ranges.length === 0 ? 0 : (at + ranges.length) % ranges.length;
    showFound(ranges, place);
    setFound({ at: place, of: ranges.length });
  };
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) onClose();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => onEscape(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const told = wanted === '' ? '' : found.of === 0 ? '没有找到' : `${found.at + 1} / ${found.of}`;
  return (
    <div className="ui-find ui-no-print" role="search">
      <Input
        ref={field}
        size="small"
        aria-label="在本页查找"
        placeholder="在本页查找"
        value={wanted}
        onChange={({ target }) => {
          setWanted(target.value);
          look(target.value, 0);
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) look(wanted, found.at + (event.shiftKey ? -1 : 1));
        }}
      />
      <span role="status" className="ui-muted ui-numbers">
        {told}
      </span>
      <Button
        size="small"
        type="text"
        aria-label="上一处"
        icon={<UpOutlined aria-hidden />}
        onClick={() => look(wanted, found.at - 1)}
      />
      <Button
        size="small"
        type="text"
        aria-label="下一处"
        icon={<DownOutlined aria-hidden />}
        onClick={() => look(wanted, found.at + 1)}
      />
      <Button
        size="small"
        type="text"
        aria-label="关闭查找"
        icon={<CloseOutlined aria-hidden />}
        onClick={onClose}
      />
    </div>
  );
}

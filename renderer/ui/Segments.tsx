import { Segmented, type SegmentedProps } from 'antd';

/** One of a few, side by side: one tab stop, which is the radio that is on. antd makes the group around them another. */
export function Segments<Value extends string>(props: SegmentedProps<Value>) {
  return <Segmented<Value> {...props} tabIndex={-1} />;
}

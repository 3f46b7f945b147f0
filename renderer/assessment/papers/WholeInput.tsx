import { readWhole } from '../../../shared/values/typed-number.ts';
import { TextInput, type TextInputProps } from '../../ui/fields/TextInput.tsx';

interface Props extends Pick<TextInputProps, 'id' | 'aria-label' | 'placeholder' | 'size'> {
  readonly value: number | null | undefined;
  readonly unit: string;
  readonly least?: number;
  readonly most: number;
  /** null: the field was emptied. */
  readonly commit: (value: number | null) => Promise<boolean>;
}

/** A whole number that may be left out. */
export function WholeInput({ value, unit, least = 0, most, commit, ...input }: Props) {
  const read = (text: string) => readWhole(text, { units: [unit], most });
  return (
    <TextInput
      {...input}
      value={value === null || value === undefined ? '' : String(value)}
      problemOf={(text) => {
        if (text.trim() === '') return undefined;
        const found = read(text);
        if ('problem' in found) return `${found.problem}，没有保存`;
        return found.value < least ? `不能小于 ${least}，没有保存` : undefined;
      }}
      commit={(text) => {
        const found = read(text);
        return commit('value' in found ? found.value : null);
      }}
    />
  );
}

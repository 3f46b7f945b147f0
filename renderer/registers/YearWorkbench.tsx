import { REGISTER_NAMES, REGISTERS, type RegisterName } from '../../shared/registers/kinds.ts';
import { type ScreenEntry, Workbench } from '../state/document/Workbench.tsx';
import { useOpenYear, useYear } from '../state/year-store.ts';
import { useFileTarget } from '../ui/intake/targets.ts';
import { usePageName } from '../ui/page-name.ts';
import { RegisterScreen } from './RegisterScreen.tsx';
import './registers.css';

/** One screen for each register, in their order. */
const SCREENS = Object.fromEntries(
  REGISTER_NAMES.map((name) => [
    name,
    { label: REGISTERS[name].label, Screen: () => <RegisterScreen key={name} name={name} /> },
  ]),
) as unknown as Record<RegisterName, ScreenEntry>;

/** An open year: its registers. */
export function YearWorkbench() {
  const { value } = useOpenYear();
  const screen = useYear((state) => state.screen);
  useFileTarget('frame', () => ({ refused: '这里不能放文件。请先选中一行，再放到它的材料里。' }));
  usePageName(REGISTERS[screen].label, value.title);
  return (
    <Workbench
      store={useYear}
      className="registers"
      back="年度工作"
      title={
        <strong className="registers-title" title={value.title}>
          {value.title}
        </strong>
      }
      screens={SCREENS}
      current={screen}
      goTo={useYear.getState().goTo}
      label="年度任务和台账"
      buttons="above"
      buttonsClassName="ui-tabs registers-nav"
    />
  );
}

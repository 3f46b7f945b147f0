import { REGISTER_NAMES, registerOf, type RegisterName } from '../../shared/registers/kinds.ts';
import { type ScreenEntry, Workbench } from '../state/document/Workbench.tsx';
import { useOpenYear, useYear, type YearScreen } from '../state/year-store.ts';
import { useFileTarget } from '../ui/intake/targets.ts';
import { usePageName } from '../ui/page-name.ts';
import { AssessmentItems } from './assessment-items.tsx';
import { RegisterScreen } from './RegisterScreen.tsx';
import { WeekScreen } from './WeekScreen.tsx';
import { wordsLeft } from './words-left.ts';
import './registers.css';

/** One screen for each register, in their order. */
const REGISTER_SCREENS = Object.fromEntries(
  REGISTER_NAMES.map((name) => [
    name,
    {
      label: registerOf(name).button ?? registerOf(name).label,
      Screen: () => <Register name={name} />,
      group: registerOf(name).group,
      within: registerOf(name).within,
    },
  ]),
) as unknown as Record<RegisterName, ScreenEntry>;

/** Drawn anew with every jump to an entry, so that no search hides it. */
function Register({ name }: { readonly name: RegisterName }) {
  const jumps = useYear((state) => state.jumps);
  return <RegisterScreen key={`${name} ${jumps}`} name={name} />;
}

const SCREENS: Readonly<Record<YearScreen, ScreenEntry>> = {
  week: { label: '本周', Screen: WeekScreen },
  ...REGISTER_SCREENS,
};

/** An open year: what is due, and its registers. */
export function YearWorkbench() {
  const { value } = useOpenYear();
  const screen = useYear((state) => state.screen);
  useFileTarget('frame', () => ({ refused: '这里不能放文件。请先选中一行，再放到它的材料里。' }));
  usePageName(SCREENS[screen].label, value.title);
  return (
    <AssessmentItems>
      <Workbench
        store={useYear}
        back="年度工作"
        wordsLeft={wordsLeft}
        title={
          <strong className="registers-title" title={value.title}>
            {value.title}
          </strong>
        }
        screens={SCREENS}
        current={screen}
        goTo={useYear.getState().goTo}
        label="年度任务和台账"
      />
    </AssessmentItems>
  );
}

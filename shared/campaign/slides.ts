import type { MaterialRequirement } from './schema.ts';

/** Types of files that PowerPoint and WPS write. */
export const SLIDES = /^(?:pp[ts][xm]?|dps)$/iu;

/** A material that is a presentation: by its title, or by any type of its files. A report that goes with one is none. */
export function isOfSlides({
  kind,
  title,
  limits,
}: Pick<MaterialRequirement, 'kind' | 'title' | 'limits'>): boolean {
  if (kind === 'report') return false;
  return /ppt|演示|幻灯/iu.test(title) || (limits?.formats ?? []).some((each) => SLIDES.test(each));
}

/** After a box over the wizard whose opener went with the step: the keyboard goes on in the step that is shown. */
export function landInStep(): void {
  // The box lets the focus go after it has said so.
  setTimeout(() => {
    const wizard = document.querySelector('.standards-wizard');
    if (wizard?.contains(document.activeElement)) return;
    const at =
      wizard?.querySelector<HTMLElement>('[role=tree]') ??
      wizard?.querySelector<HTMLElement>('[tabindex="-1"]');
    at?.focus();
  });
}

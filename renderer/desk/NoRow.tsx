/** Holds the place of a row's detail, so that nothing moves under the pointer when a row is chosen. */
export function NoRow({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <section className="desk-row-detail" aria-label={label}>
      <p className="desk-sentence">{text}</p>
    </section>
  );
}

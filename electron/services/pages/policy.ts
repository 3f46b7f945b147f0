/**
 * Headers that both doors send. Nothing but the program's own files may load; styles are inline because antd
 * writes its theme into <style> elements. Scripts never are.
 */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "media-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Evidence is foreign content: shown as a picture or read as data, never run, never framed. */
const EVIDENCE_POLICY = "sandbox; default-src 'none'; frame-ancestors 'none'";

const COMMON = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'X-Frame-Options': 'DENY',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  'Cache-Control': 'no-store',
};

export const pageHeaders: Record<string, string> = { ...COMMON, 'Content-Security-Policy': PAGE_POLICY };
export const evidenceHeaders: Record<string, string> = {
  ...COMMON,
  'Content-Security-Policy': EVIDENCE_POLICY,
};

internal import Foundation
internal import KelisimLog

/// The style of a comparison table that stands by itself.
enum ComparisonTableStyle {
    /// The `style` element and a security policy that allows nothing but it.
    static let markup: String = {
        let digest = Data(Digest(of: css.utf8).bytes).base64EncodedString()
        return """
            <meta http-equiv="Content-Security-Policy" \
            content="default-src 'none'; style-src 'sha256-\(digest)'; base-uri 'none'; \
            form-action 'none'">
            <style>\(css)</style>

            """
    }()

    /// On paper the sheet lies on its side, and the headings are repeated on every page.
    private static let css = """

        :root { color-scheme: light dark; }
        body { margin: 1.5rem; line-height: 1.45;
          font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif; }
        .comparison { overflow-x: auto; }
        .comparison-table { border-collapse: collapse; width: 100%; }
        .comparison-table caption { text-align: start; font-size: 1.25rem; font-weight: bold;
          padding-block-end: 0.75rem; }
        .comparison-table th, .comparison-table td { border: 1px solid; padding: 0.4rem 0.6rem;
          text-align: start; vertical-align: top; overflow-wrap: anywhere; min-width: 8rem; }
        .comparison-table .number { min-width: 1.5rem; white-space: nowrap; }
        .comparison-table .unit { hyphens: auto;
          overflow-wrap: break-word; }
        .comparison-table .wording { min-width: 13rem; }
        .comparison-table th.unit[scope="row"] { font-weight: normal; }
        .comparison-table .line { display: block; white-space: pre-wrap; }
        .comparison-table .line + .line { margin-block-start: 0.35em; }
        @page { size: A4 landscape; margin: 15mm; }
        @media print {
          body { margin: 0; font-size: 9pt; }
          .comparison { overflow: visible; }
          .comparison-table th, .comparison-table td { min-width: 0; }
          .comparison-table thead { display: table-header-group; }
        }

        """
}

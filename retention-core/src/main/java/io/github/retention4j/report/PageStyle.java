package io.github.retention4j.report;

/** The style sheet of a page. It has no character that XML would escape. */
final class PageStyle {

  private static final String CSS =
      """
      *{box-sizing:border-box}
      html{-webkit-text-size-adjust:100%}
      body{margin:0 auto;max-width:80rem;padding:2rem 1.25rem 4rem;background:var(--ground);\
      color:var(--ink);font:16px/1.5 FONTS;overflow-wrap:break-word}
      h1{font-size:1.9rem;line-height:1.2;margin:0 0 .25rem}
      header p{color:var(--muted);margin:0}
      header{margin-bottom:2rem}
      nav h2{font-size:1rem;margin:0}
      nav ol{margin:.25rem 0 0;padding-inline-start:1.5rem;columns:18rem;column-gap:2.5rem}
      nav li{break-inside:avoid}
      a{color:var(--link)}
      section{border-top:1px solid var(--grid);margin-top:2rem;padding-top:1.25rem}
      h2{font-size:1.35rem;line-height:1.25;margin:0}
      .statement{font-size:1.05rem;margin:.25rem 0 1rem;max-width:48rem}
      .statement:dir(rtl),dt:dir(rtl),dd:dir(rtl){margin-left:auto}
      .beside{display:flex;flex-wrap:wrap;gap:1.5rem;align-items:flex-start}
      figure{flex:1 1 36rem;margin:0;max-width:100%;min-width:0;overflow-x:auto}
      figure svg{display:block;max-width:100%;height:auto;direction:ltr}
      .numbers{flex:0 1 auto;max-width:100%;min-width:0}
      details.numbers{flex-basis:100%}
      summary{cursor:pointer;color:var(--link);font-size:.9rem}
      .scroll{overflow-x:auto;max-width:100%}
      table{border-collapse:collapse;font-size:.85rem;line-height:1.35;\
      font-variant-numeric:tabular-nums}
      caption{text-align:start;font-weight:600;padding-bottom:.4rem}
      details caption{position:absolute;width:1px;height:1px;overflow:hidden;\
      clip-path:inset(50%)}
      th,td{padding:.22rem .6rem;text-align:start;border-bottom:1px solid var(--grid);\
      vertical-align:top}
      th:first-child{padding-inline-start:0}
      thead th{color:var(--muted);font-weight:600;vertical-align:bottom;\
      border-bottom-color:var(--muted)}
      tbody th{font-weight:400}
      tbody th:not(.number){min-width:5.5rem}
      td{max-width:30rem}
      .number{text-align:right;white-space:nowrap}
      .note{color:var(--muted);font-size:.8rem;margin:.3rem 0 0}
      dl{margin:1rem 0 0;font-size:.9rem;color:var(--muted)}
      dl div{margin-bottom:.35rem}
      dt,dd{margin:0;max-width:60rem}
      dt{font-weight:600;color:var(--ink)}
      .dark{display:none}
      @media screen and (prefers-color-scheme:dark){
      :root{DARK;color-scheme:dark}
      .light{display:none}
      .dark{display:inline}
      }
      @media screen and (max-width:40rem){
      body{padding:1.25rem 1rem 3rem}
      h1{font-size:1.5rem}
      figure svg{max-width:none;width:40rem}
      }
      @media print{
      @page{margin:14mm}
      body{font-size:10.5pt;max-width:none;padding:0}
      h1,h2,.statement,caption,dt{break-after:avoid}
      figure,tr,dl div,nav,div.numbers{break-inside:avoid}
      thead{display:table-header-group}
      .beside{display:block}
      figure,.numbers{margin-bottom:1rem}
      .wide{font-size:6.5pt}
      .wide th,.wide td{padding:.15rem .3rem}
      figure svg{max-width:100%}
      .scroll,figure{overflow:visible}
      table{font-size:8.5pt;max-width:100%}
      summary{list-style:none;color:var(--ink);font-weight:600}
      details::details-content{content-visibility:visible;display:block;block-size:auto}
      a{color:inherit;text-decoration:none}
      }
      """;

  private PageStyle() {}

  static String css() {
    return ":root{"
        + variables(Theme.LIGHT, "#0b5cad")
        + "}\n"
        + CSS.replace("FONTS", Picture.FONTS).replace("DARK", variables(Theme.DARK, "#7cc0f5"));
  }

  private static String variables(Theme theme, String link) {
    Palette palette = Palette.of(theme);
    return "--ground:"
        + palette.ground()
        + ";--ink:"
        + palette.ink()
        + ";--muted:"
        + palette.muted()
        + ";--grid:"
        + palette.grid()
        + ";--link:"
        + link;
  }
}

import { type PortalPage, renderPage, section, type Voice, voiceOf } from '@opensti/plans'
import { formatAmount, formatDate, formatPeriod } from '@opensti/ui'
import { type Html, html } from '@opensti/ui/portal'
import type { PublicRelease } from '../contract.ts'
import { kindsOfFigure, natures } from './figure-words.ts'

/** One release at its permanent address: what it made public, what it corrected, and what has corrected it since. */
export function releasePage(release: PublicRelease, page: PortalPage): string {
  const voice = voiceOf(page)
  const { say, to, language } = voice
  const region = say(release.region.name)
  const corrected = release.figures.filter((figure) => figure.correctedBy !== null)
  const changes = release.figures.filter((figure) => figure.before !== null)
  return renderPage(page, {
    title: `${say(release.title)} · ${region}`,
    description: release.note ? say(release.note) : say(release.title),
    section: 'releases',
    region: release.region.id,
    crumbs: [
      { label: region, href: to(`/regions/${release.region.id}`) },
      { label: say({ zh: '数据发布', en: 'Releases' }), href: to(`/regions/${release.region.id}/releases`) },
      { label: say(release.title) },
    ],
    body: html`<div class="intro"><p class="kicker">${region}${release.cycleNames && html` · ${say(release.cycleNames)}`}${release.period && ` · ${formatPeriod(release.period, language)}`}</p><h1>${say(release.title)}</h1><p class="lead">${releasedBy(release, voice)}</p>${release.note && html`<p>${say(release.note)}</p>`}</div>${
      corrected.length > 0 &&
      html`<div class="note warn" id="corrected"><h2>${say({ zh: '此后有更正', en: 'Corrected since' })}</h2><ul class="rows plain">${corrected.map((figure) => correctionLine(figure, voice))}</ul></div>`
    }${section(
      'changes',
      say({ zh: '更正的数', en: 'Corrections' }),
      changes.length > 0 && changeTable(changes, voice),
      changes.length,
    )}${section(
      'figures',
      say({ zh: '公布的数', en: 'Figures' }),
      release.figures.length > 0 && figureTable(release, voice),
      release.figures.length,
    )}${section('papers', say({ zh: '材料', en: 'Papers' }), release.papers.length > 0 && paperList(release, voice))}`,
  })
}

function releasedBy({ unit, day }: PublicRelease, { say, to, language }: Voice): Html {
  const on = formatDate(day, language)
  if (unit === null) return html`${say({ zh: `${on}发布`, en: `Released on ${on}` })}`
  const [region, code] = unit.id.split('/')
  const link = html`<a href="${to(`/regions/${region}/units/${code}`)}">${say(unit.name)}</a>`
  return language === 'zh' ? html`${on}由${link}发布` : html`Released on ${on} by ${link}`
}

function correctionLine(figure: PublicRelease['figures'][number], { say, to, language }: Voice): Html {
  const later = figure.correctedBy
  if (!later) return html``
  const day = formatDate(later.day, language)
  const amount = formatAmount(Number(later.value), figure.unit, language)
  const because = later.because ? say(later.because) : say({ zh: '未写明', en: 'not stated' })
  return html`<li><b>${say(figure.indicator)}</b> ${say({ zh: `${day}更正为 ${amount}，原因：${because}。`, en: `Corrected on ${day} to ${amount} because: ${because}.` })} <a href="${to(`/releases/${later.id}`)}">${say({ zh: '看更正', en: 'See the correction' })}</a></li>`
}

function indicatorLink(figure: PublicRelease['figures'][number], release: string, { say, to }: Voice): Html {
  return html`<a href="${to(`/regions/${release}/indicators/${figure.indicatorId}`)}">${say(figure.indicator)}</a>`
}

function figureTable(release: PublicRelease, voice: Voice): Html {
  const { say, language } = voice
  const words = {
    indicator: say({ zh: '指标', en: 'Indicator' }),
    value: say({ zh: '数值', en: 'Value' }),
    nature: say({ zh: '口径', en: 'Nature' }),
    kind: say({ zh: '类型', en: 'Kind' }),
    source: say({ zh: '来源', en: 'Source' }),
  }
  const caption = say({ zh: '这次公布的数', en: 'Figures of this release' })
  return html`<p>${say({ zh: '点指标名看定义、口径和历次更正。', en: 'An indicator’s name leads to its definition, source and all its vintages.' })}</p><div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table class="cards" role="table"><caption class="hidden">${caption}</caption><thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">${words.indicator}</th><th role="columnheader" scope="col" class="r">${words.value}</th><th role="columnheader" scope="col">${words.nature}</th><th role="columnheader" scope="col">${words.kind}</th><th role="columnheader" scope="col">${words.source}</th></tr></thead><tbody role="rowgroup">${release.figures.map(
    (figure) =>
      html`<tr role="row"><th role="rowheader" scope="row">${indicatorLink(figure, release.region.id, voice)}<span class="under">${formatPeriod(figure.period, language)}</span></th><td class="r" role="cell" data-label="${words.value}">${formatAmount(Number(figure.value), figure.unit, language)}${figure.note && html`<small>${say(figure.note)}</small>`}</td><td role="cell" data-label="${words.nature}">${say(natures[figure.nature])}</td><td role="cell" data-label="${words.kind}">${say(kindsOfFigure[figure.kind])}</td><td class="whole" role="cell" data-label="${words.source}">${figure.reporter ? say({ zh: `${figure.reporter.zh}报送`, en: `Reported by ${figure.reporter.en}` }) : '—'}</td></tr>`,
  )}</tbody></table></div>`
}

function changeTable(figures: PublicRelease['figures'], { say, language }: Voice): Html {
  return html`<ul class="rows plain">${figures.map((figure) => {
    const [before, after] = [figure.before ?? '', figure.value].map((value) =>
      formatAmount(Number(value), figure.unit, language),
    )
    return html`<li><b>${say(figure.indicator)}</b> ${say({ zh: `由 ${before} 改为 ${after}`, en: `from ${before} to ${after}` })}<span class="under">${say({ zh: '原因：', en: 'Because: ' })}${figure.because ? say(figure.because) : say({ zh: '新报的数代替原先公布的数', en: 'a newly reported figure takes the place of the earlier one' })}</span></li>`
  })}</ul>`
}

function paperList(release: PublicRelease, { say, to }: Voice): Html {
  return html`<p>${say({ zh: '手里的文件是不是原件，可以', en: 'Whether a file you hold is the original can be ' })}<a href="${to('/verify')}">${say({ zh: '在这里核验', en: 'checked here' })}</a>${say({ zh: '。', en: '.' })}</p><ul class="rows">${release.papers.map(
    (paper) =>
      html`<li><h3>${say(paper.title)}<span class="tag">${say(paper.kindName)}</span></h3>${paper.summary && html`<p>${say(paper.summary)}</p>`}<p class="actions">${paper.files.map((file) => html`<a class="button" href="${file.href}">${file.name}</a>`)}</p>${paper.files.map((file) => html`<p class="cite">${file.name} · SHA-256 ${file.digest}</p>`)}</li>`,
  )}</ul>`
}

/** Instead of a page that was taken down: that there was one, since when it is gone, and why. */
export function retractedPage(
  view: { region: PublicRelease['region']; day: string; publicDay: string; because: string },
  page: PortalPage,
): string {
  const { say, to, language } = voiceOf(page)
  const title = say({ zh: '这次发布的页面已撤下', en: 'This release has been taken down' })
  const [day, publicDay] = [view.day, view.publicDay].map((one) => formatDate(one, language))
  return renderPage(page, {
    title,
    description: title,
    section: 'releases',
    region: view.region.id,
    noIndex: true,
    crumbs: [
      { label: say(view.region.name), href: to(`/regions/${view.region.id}`) },
      { label: say({ zh: '数据发布', en: 'Releases' }), href: to(`/regions/${view.region.id}/releases`) },
      { label: title },
    ],
    body: html`<div class="intro"><p class="kicker">${say(view.region.name)}</p><h1>${title}</h1><p class="lead">${say({ zh: `${publicDay}公开，${day}撤下。`, en: `Public since ${publicDay}, taken down on ${day}.` })}</p></div><div class="note"><h2>${say({ zh: '原因', en: 'Why' })}</h2><p>${view.because}</p></div><p class="actions"><a href="${to(`/regions/${view.region.id}/releases`)}">${say({ zh: '看其他发布', en: 'See other releases' })}</a></p>`,
  })
}

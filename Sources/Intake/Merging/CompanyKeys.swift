import Facts

/// What companies are told by where nobody gives them an id.
protocol CompanyKey: SendableMetatype {
    /// Writes what a cell is compared by; nothing where it says no company.
    mutating func write(_ cell: UnsafeRawBufferPointer, _ key: inout [UInt8])
}

/// Names of companies, compared as members are: folded.
struct CompanyName: CompanyKey {
    private var folder = TextFolder()

    /// See ``CompanyKey``.
    mutating func write(_ cell: UnsafeRawBufferPointer, _ key: inout [UInt8]) { folder.fold(cell, into: &key) }
}

/// Hosts of e-mail addresses: of the first address in a cell whose host is a company's own, in small letters.
///
/// Addresses may stand in words, in brackets and next to others: `Ann Lee <ann@acme.example>; ann@mail.example`.
struct MailHost: CompanyKey {
    /// The hosts that are asked for, all of companies; nil where all are. Others may then be left out.
    var asked: BytePool?

    /// See ``CompanyKey``.
    func write(_ cell: UnsafeRawBufferPointer, _ host: inout [UInt8]) {
        var at = 0
        while let sign = cell[at...].firstIndex(of: UInt8(ascii: "@")) {
            at = sign + 1
            let isAddress = sign > 0 && MailHost.isPart(cell[sign - 1])
            while at < cell.count, MailHost.isPart(cell[at]) {
                host.append(cell[at] &- 65 < 26 ? cell[at] | 32 : cell[at])
                at += 1
            }
            while host.last == UInt8(ascii: ".") { host.removeLast() }
            if isAddress, host.contains(UInt8(ascii: ".")), isCompany(host, isLast: !cell[at...].contains(UInt8(ascii: "@"))) {
                return
            }
            host.removeAll(keepingCapacity: true)
        }
    }

    /// Whether a host is a company's own and, where it is the last in its cell, may be asked for.
    private func isCompany(_ host: [UInt8], isLast: Bool) -> Bool {
        if let asked {
            if host.withUnsafeBytes({ asked.find($0) }) != nil { return true }
            if isLast { return false }
        }
        return !MailHost.isPublic(String(decoding: host, as: UTF8.self))
    }

    /// Whether a byte may be one of an address: none that stands around or between addresses.
    private static func isPart(_ byte: UInt8) -> Bool {
        byte > 32 && byte != 127 && !"<>()[];,|\"'@:".utf8.contains(byte)
    }

    /// Whether a host gives addresses to anybody: it says nothing of a company.
    static func isPublic(_ host: String) -> Bool {
        if hosts.contains(host) { return true }
        // `yahoo.co.uk`, `hotmail.fr`, `vip.163.com`, `mail.qq.com`.
        let labels = host.split(separator: ".")
        guard labels.count > 1 else { return false }
        if brands.contains(String(labels[0])), labels.count <= 3, labels.dropFirst().allSatisfy({ $0.count <= 3 }) {
            return true
        }
        return labels.count > 2 && hosts.contains(labels.dropFirst().joined(separator: "."))
    }

    /// Brands that give out addresses under the ends of many countries.
    private static let brands: Set<String> = [
        "yahoo", "ymail", "hotmail", "outlook", "live", "msn", "gmx", "aol", "yandex", "rediffmail", "protonmail",
    ]

    private static let hosts: Set<String> = Set(
        """
        gmail.com googlemail.com outlook.com hotmail.com live.com msn.com passport.com yahoo.com ymail.com rocketmail.com \
        icloud.com me.com mac.com aol.com aim.com gmx.net gmx.com gmx.de mail.com email.com usa.com proton.me protonmail.com pm.me \
        tutanota.com tutanota.de tuta.io tuta.com fastmail.com fastmail.fm hushmail.com zoho.com zohomail.com zohomail.eu hey.com \
        mailbox.org posteo.de riseup.net duck.com mozmail.com inbox.com lycos.com excite.com mailinator.com guerrillamail.com \
        yopmail.com trashmail.com 10minutemail.com web.de t-online.de freenet.de arcor.de online.de email.de mail.de 1und1.de \
        vodafone.de kabelmail.de orange.fr wanadoo.fr free.fr laposte.net sfr.fr neuf.fr bbox.fr libero.it virgilio.it tiscali.it \
        alice.it tin.it email.it fastwebnet.it poste.it telefonica.net terra.es ono.com sapo.pt terra.com.br uol.com.br bol.com.br \
        ig.com.br globo.com globomail.com oi.com.br ziggo.nl xs4all.nl kpnmail.nl planet.nl home.nl hetnet.nl telenet.be skynet.be \
        bluewin.ch hispeed.ch sunrise.ch chello.at aon.at telia.com comhem.se bredband.net online.no wp.pl o2.pl onet.pl interia.pl \
        gazeta.pl seznam.cz centrum.cz email.cz post.cz azet.sk zoznam.sk freemail.hu citromail.hu abv.bg mail.bg btinternet.com \
        btopenworld.com virginmedia.com ntlworld.com sky.com talktalk.net blueyonder.co.uk tiscali.co.uk eircom.net comcast.net \
        verizon.net att.net sbcglobal.net bellsouth.net cox.net charter.net spectrum.net earthlink.net juno.com netzero.net \
        optonline.net frontier.com windstream.net rogers.com shaw.ca sympatico.ca bell.net telus.net videotron.ca bigpond.com \
        bigpond.net.au optusnet.com.au iinet.net.au xtra.co.nz slingshot.co.nz mail.ru bk.ru inbox.ru list.ru internet.ru yandex.ru \
        yandex.com ya.ru rambler.ru ukr.net i.ua meta.ua mynet.com rediffmail.com sify.com indiatimes.com walla.com walla.co.il \
        naver.com hanmail.net daum.net kakao.com nate.com docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp nifty.com \
        ocn.ne.jp biglobe.ne.jp so-net.ne.jp excite.co.jp pchome.com.tw hinet.net seed.net.tw singnet.com.sg qq.com foxmail.com \
        vip.qq.com 163.com 126.com yeah.net vip.163.com vip.126.com 188.com netease.com sina.com sina.cn vip.sina.com sina.com.cn \
        sohu.com vip.sohu.com sogou.com 139.com 189.cn 21cn.com wo.cn wo.com.cn tom.com 263.net 263.com aliyun.com chinaren.com \
        eyou.com 56.com 2980.com 88.com 111.com email.cn hotmail.com.tw yahoo.com.cn yahoo.cn
        """.split(separator: " ").map(String.init))
}

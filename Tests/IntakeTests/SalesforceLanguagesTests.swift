import Facts
import Testing

@testable import Intake

/// Reports of Salesforce in other languages, and text in UTF-16 without a mark.
@Suite struct SalesforceLanguagesTests {
    @Test func `a French report of opportunities, with its footer and with ids or without`() throws {
        let footer =
            "\n\n\"Copyright (c) 2000-2026 salesforce.com, inc. Tous droits réservés.\"\n\"Informations confidentielles - Ne pas distribuer\"\n\"Acme SA\"\n"
        let header = "Nom de l'opportunité;Nom du compte;Étape;Montant;Date de clôture;Date de création"
        let rows = ["A;Acme;Fermée gagnée;1000,00;15/10/2026;01/10/2026", "B;Beta;Fermée perdue;1000,00;16/10/2026;02/10/2026"]
        let plain = try TemporaryInbox.result(([header] + rows).joined(separator: "\n") + footer, name: "rapport.csv")
        #expect(
            plain.leadsWithLosses.count == 2 && plain.leadsWithLosses.contains { $0.hasSuffix("won 2026-10-15 lost - 100000") })
        let known = try TemporaryInbox.result(
            "\(header);ID de l'opportunité\n\(rows[0]);0061\n\(rows[1]);0062" + footer, name: "rapport.csv")
        #expect(known.leadsWithLosses.count == 2 && known.leadsWithLosses[0].hasPrefix("0061"))
    }

    @Test func `Spanish opportunities, and leads in French and Spanish`() throws {
        let deals = try TemporaryInbox.result(
            "Id. de oportunidad;Nombre de la oportunidad;Nombre de la cuenta;Etapa;Importe;Fecha de cierre;Fecha de creación\n"
                + "0061;A;Acme;Cerrada ganada;1000,00;15/10/2026;01/10/2026\n", name: "informe.csv")
        #expect(deals.leadsWithLosses.first?.contains("won 2026-10-15") == true)
        for text in [
            "ID de la piste;Nom;Société;Origine de la piste;Statut de la piste;Date de création\n00Q1;A;Acme;Web;Ouverte;13/10/2026\n",
            "Id. de candidato;Nombre;Compañía;Origen del candidato;Estado del candidato;Fecha de creación\n00Q1;A;Acme;Web;Nuevo;13/10/2026\n",
        ] {
            let leads = try TemporaryInbox.result(text, name: "x.csv")
            #expect(leads.facts.leads?.count == 1 && leads.leads[0].hasPrefix("00Q1 2026-10-13"), "\(text)")
        }
    }

    @Test(arguments: ["UTF-16LE", "UTF-16BE"])
    func `Chinese text in UTF-16 without a mark is no binary file`(_ encoding: String) throws {
        let inbox = TemporaryInbox()
        inbox.write("客户.csv", try #require(encoded("客户编号,客户名称,区域,行业\n客户甲,公司甲,华东,软件\n客户乙,公司乙,华东,软件\n客户丙,公司丙,华东,软件\n", encoding)))
        let result = try inbox.intake()
        #expect(result.facts.customers?.customers.count == 3)
    }

    @Test func `a binary file with zeros is still one`() throws {
        let inbox = TemporaryInbox(["leads.csv": "lead_id,created_at\n1,2026-10-01\n"])
        var bytes: [UInt8] = []
        for number in 0..<400 { bytes += [UInt8(number % 7 + 1), 0, UInt8(number & 0xFF), UInt8((number * 37) & 0x1F), 10, 0] }
        inbox.write("blob.csv", bytes)
        #expect(try inbox.intake().codes.contains("not-a-csv"))
    }

    @Test func `hints name columns one by one, times since 1970 for what they are, and no value of a contract as ARR`() throws {
        let inbox = TemporaryInbox(["subscriptions.csv": "Customer ID,Start Date,TCV\nC1,2026-01-01,100\n"])
        #expect(inbox.failure()?.hint.contains("`aliases:` of `arr`, or of `mrr`, or of `amount` and `interval`") == true)
        let times = TemporaryInbox([
            "subscriptions.csv": "id,customer,start_date,amount,interval\nS1,C1,1767225600,12000,month\n"
        ])
        #expect(times.failure()?.hint.contains("since 1970") == true && times.failure()?.hint.contains("cents") == true)
        #expect(
            HeaderLikeness.of("Carrier", ["arr"]) < HeaderLikeness.least
                && HeaderLikeness.of("ARR total", ["arr"]) >= HeaderLikeness.least)
        #expect(HeaderLikeness.isWholeContract("Total Contract Value") && HeaderLikeness.isWholeContract("TCV"))
        #expect(!HeaderLikeness.isWholeContract("ACV"))
    }
}

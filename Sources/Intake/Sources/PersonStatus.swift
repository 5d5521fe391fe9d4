/// What the status of a person says of their employment.
enum PersonStatus {
    /// Whether it says that they are no longer employed, with or without a reason: `Leaver`, `Terminated - voluntary`, `离职（主动）`; not who
    /// has yet to leave, came back, or is away for a time (`Resigned - notice period`, `Inactive (parental leave)`).
    static func hasLeft(_ text: String) -> Bool {
        if former.contains(HeaderNames.key(text)) { return true }
        return hasLeft(StatusParts(text, cutsHyphens: false))
            || text.contains("-") && hasLeft(StatusParts(text, cutsHyphens: true))
    }

    private static func hasLeft(_ status: StatusParts) -> Bool {
        guard former.contains(status.head) else { return false }
        if status.words.contains(where: returns.contains) { return false }
        if status.says(reserves, eastern: easternReserves) { return false }
        return !(pauses.contains(status.head) && status.says(absences, eastern: easternAbsences))
    }

    private static let former = StatusParts.phrases(
        "terminated,inactive,left,former,former employee,ex-employee,resigned,dismissed,retired,departed,offboarded,separated,ausgeschieden",
        "inaktiv,gekündigt,parti,sorti,baja,inactivo,desligado,cessato,uit dienst,leaver,exited,alumni,no longer employed,not employed",
        "not active,quit,laid off,deceased,ehemalig,ausgetreten,ancien salarié,voluntarily terminated,involuntarily terminated",
        "voluntary termination,involuntary termination,voluntary leaver,involuntary leaver,left company,left the company,employment ended,fired",
        "made redundant,passed away,entlassen,verrentet,pensioniert,im ruhestand,démissionné,démissionnaire,licencié,licenciée,retraité,retraitée",
        "inactif,despedido,despedida,jubilado,jubilada,de baja definitiva,inativo,demitido,dimesso,licenziato,inattivo",
        "退職,退职,离职,已离职,退休,已退休,辞职,已辞职,已辞退,辞退,解除,已解除,解除合同,终止合同,已离开,主动离职,被动离职,已主动离职,已被动离职,协商离职,自动离职,正式离职",
        "试用期离职,离职员工,已解聘,解聘,已解雇,解雇,开除,已开除,已离任,离任,自离,已自离,合同终止,已终止,终止,退社,已退社,已退職")

    /// First parts that may be said of people who are away for a time.
    private static let pauses = StatusParts.phrases("inactive,not active,inaktiv,inactif,inactivo,inativo,inattivo")
    private static let returns = StatusParts.words("rehired reinstated reactivated returned returning reversed rescinded")
    private static let reserves = StatusParts.words(
        "pending scheduled upcoming future planned notice requested awaiting until effective",
        "geplant kündigungsfrist bis zum",
        "préavis", "preaviso pendiente")
    private static let easternReserves = ["办理中", "审批", "申请", "待", "拟", "即将", "预计", "返聘", "交接"]
    private static let absences = StatusParts.words(
        "leave loa maternity paternity parental sabbatical sick medical disability furlough furloughed temporary temporarily military study",
        "elternzeit mutterschutz krank freigestellt beurlaubt sabbatjahr", "congé maternité maladie",
        "licencia maternidad permiso",
        "licença", "congedo")
    private static let easternAbsences = ["休假", "产假", "病假", "停薪", "休", "假", "借调", "外派"]
}

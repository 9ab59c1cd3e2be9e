export const obligationsTexts = {
  list: "应办事项",
  facts: "这件事",
  kinds: {
    periodic_inspection: "定期检查",
    half_year_report: "半年工作总结",
    annual_report: "年度工作总结",
    half_year_package: "半年报送件",
    annual_package: "年度报送件",
    appraisal: "考核",
    renewal: "再次申报",
    yearly_round: "年度认定",
  } as Readonly<Record<string, string>>,
  standings: {
    due: "待办",
    late: "逾期",
    done: "按时办了",
    done_late: "逾期办了",
    not_applicable: "不适用",
  } as Readonly<Record<string, string>>,
} as const;

<#-- Below every login page, where the console's address is known: whoever has no login yet, or is new to this, may practise. -->
<#macro content>
  <#if (client.baseUrl)?has_content>
    <p id="holdfast-training">
      <a href="${client.baseUrl?remove_ending("/")}/training/?language=${(locale.currentLanguageTag)!"zh-CN"}">${msg("holdfastTraining")}</a>
      <span>${msg("holdfastTrainingAbout")}</span>
    </p>
  </#if>
</#macro>
